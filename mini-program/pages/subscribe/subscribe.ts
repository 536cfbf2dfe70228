import { call } from '../../api/call.ts';
import { sentenceOf } from '../../api/sentence-of.ts';
import { shellConfig } from '../../shell-config.ts';
import { plainWords, words } from '../../words.ts';

/** WeChat asks for at most three templates at once. */
const MOST_TEMPLATES = 3;

/** Asks whether WeChat may tell somebody the result; everything also stands in the inbox. */
Component({
  data: { words: plainWords, notice: '', done: '' },
  methods: {
    async ask() {
      const tmplIds = shellConfig.templates.slice(0, MOST_TEMPLATES);
      if (tmplIds.length === 0) {
        this.setData({ notice: words.subscribeMissing });
        return;
      }
      try {
        const answers = (await wx.requestSubscribeMessage({ tmplIds })) as unknown as Record<string, string>;
        const accepted = tmplIds.filter((id) => answers[id] === 'accept');
        if (accepted.length === 0) {
          this.setData({ notice: words.subscribeNone });
          return;
        }
        await call('addSubscriptions', { body: { accepted } });
        this.setData({ notice: '', done: words.subscribeDone(accepted.length) });
      } catch (error) {
        const isRefused = typeof (error as { errMsg?: unknown }).errMsg === 'string';
        this.setData({ notice: isRefused ? words.subscribeNone : sentenceOf(error) });
      }
    },
    back() {
      wx.navigateBack();
    },
  },
});
