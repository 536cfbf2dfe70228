import { call } from '../../api/call.ts';
import { sentenceOf } from '../../api/sentence-of.ts';
import { plainWords, words } from '../../words.ts';

/** Chooses where the shop of a draft is, on WeChat's own map (GCJ-02), and saves it into the draft. */
Component({
  data: { words: plainWords, registration: '', notice: '', done: '' },
  methods: {
    onLoad({ registration = '' }: { registration?: string }) {
      this.setData({ registration });
    },
    async choose() {
      this.setData({ notice: '', done: '' });
      const chosen = await wx.chooseLocation({}).catch((error: { errMsg?: string }) => {
        // Going back without choosing is no refusal.
        if (!error.errMsg?.includes('cancel')) this.setData({ notice: words.positionRefused });
      });
      if (!chosen) return;
      const { longitude, latitude, address } = chosen;
      const params = { id: this.data.registration };
      try {
        const { version, application } = await call('getRegistration', { params });
        await call('saveDraft', {
          params,
          ifMatch: version,
          body: {
            position: { crs: 'gcj02', position: [Number(longitude), Number(latitude)] },
            ...(address && !application.address && { address }),
          },
        });
        this.setData({ done: words.positionDone });
      } catch (error) {
        this.setData({ notice: sentenceOf(error) });
      }
    },
    back() {
      wx.navigateBack();
    },
  },
});
