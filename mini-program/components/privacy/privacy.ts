import { plainWords, words } from '../../words.ts';

type Answer = (given: { event: 'agree' | 'disagree'; buttonId?: string }) => void;

/** Calls of WeChat that wait until the privacy notice is accepted or refused. */
let waiting: Answer[] = [];

/** Asks for consent when WeChat says that a call needs it. A refusal fails that call alone; the page goes on. */
Component({
  data: { isShown: false, text: '', words: plainWords },
  lifetimes: {
    attached() {
      wx.onNeedPrivacyAuthorization?.((resolve) => {
        waiting.push(resolve as unknown as Answer);
        wx.getPrivacySetting({
          complete: (setting) => {
            const name = (setting as { privacyContractName?: string }).privacyContractName;
            this.setData({ isShown: true, text: words.privacyText(name || words.privacyContract) });
          },
        });
      });
    },
  },
  methods: {
    read() {
      wx.openPrivacyContract({});
    },
    agree() {
      this.end({ event: 'agree', buttonId: 'privacy-agree' });
    },
    refuse() {
      this.end({ event: 'disagree' });
    },
    end(answer: Parameters<Answer>[0]) {
      this.setData({ isShown: false });
      const answered = waiting;
      waiting = [];
      for (const resolve of answered) resolve(answer);
    },
  },
});
