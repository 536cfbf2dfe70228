import { call } from '../../api/call.ts';
import { sentenceOf } from '../../api/sentence-of.ts';
import { plainWords, words } from '../../words.ts';

/** Takes the telephone number that WeChat vouches for; a refusal leaves typing it on the page. */
Component({
  data: { words: plainWords, registration: '', notice: '', done: '' },
  methods: {
    /** With a registration the number is also the one to call about it. */
    onLoad({ registration = '' }: { registration?: string }) {
      this.setData({ registration });
    },
    async take({ detail }: { detail: { code?: string } }) {
      if (!detail.code) {
        this.setData({ notice: words.phoneRefused });
        return;
      }
      try {
        const { phoneMasked = '' } = await call('setMyPhone', { body: { code: detail.code } });
        const { registration: id } = this.data;
        if (id) {
          const { version } = await call('getRegistration', { params: { id } });
          await call('saveDraft', { params: { id }, ifMatch: version, body: { usesMyPhone: true } });
        }
        this.setData({ notice: '', done: words.phoneDone(phoneMasked) });
      } catch (error) {
        this.setData({ notice: sentenceOf(error) });
      }
    },
    back() {
      wx.navigateBack();
    },
  },
});
