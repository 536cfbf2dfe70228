import { ApiError } from '../../../shared/api/client.ts';
import { call } from '../../api/call.ts';
import { sentenceOf } from '../../api/sentence-of.ts';
import { plainWords, words } from '../../words.ts';

/** Asks whoever scanned a page's code whether it is them: they pick the number that the page shows. */
Component({
  data: { words: plainWords, code: '', question: '', matches: [] as string[], notice: '', done: '' },
  methods: {
    async onLoad({ scene = '' }: { scene?: string }) {
      const code = decodeURIComponent(scene);
      try {
        const { matches, page } = await call('getWebSignIn', { params: { code } });
        this.setData({ code, matches, question: words.signInQuestion(words.signInPages[page]) });
      } catch (error) {
        const isGone = error instanceof ApiError && (error.status === 404 || error.status === 410);
        this.setData({ notice: isGone ? words.signInExpired : sentenceOf(error) });
      }
    },
    choose({ currentTarget }: { currentTarget: { dataset: { match: string } } }) {
      return this.answer({ approve: true, match: currentTarget.dataset.match });
    },
    deny() {
      return this.answer({ approve: false });
    },
    async answer(body: { approve: boolean; match?: string }) {
      try {
        const { state } = await call('answerWebSignIn', { params: { code: this.data.code }, body });
        const isApproved = state === 'approved';
        this.setData({
          matches: [],
          question: '',
          done: isApproved ? words.signInApproved : '',
          notice: isApproved ? '' : words.signInDenied,
        });
      } catch (error) {
        this.setData({ notice: sentenceOf(error) });
      }
    },
  },
});
