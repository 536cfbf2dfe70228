import { call, forgetSession } from '../../api/call.ts';
import { sentenceOf } from '../../api/sentence-of.ts';
import { plainWords, words } from '../../words.ts';

/** Oneself: number, messages, the privacy notice, and the way out for good. */
Component({
  data: { words: plainWords, memberCode: '', phone: '', notice: '', done: '' },
  methods: {
    async onShow() {
      try {
        const { memberCode, phoneMasked } = await call('getMe');
        this.setData({
          notice: '',
          memberCode: words.memberCode(memberCode),
          phone: phoneMasked ? words.phone(phoneMasked) : words.noPhone,
        });
      } catch (error) {
        this.setData({ notice: sentenceOf(error) });
      }
    },
    openPhone() {
      wx.navigateTo({ url: '/pages/phone/phone' });
    },
    openSubscribe() {
      wx.navigateTo({ url: '/pages/subscribe/subscribe' });
    },
    readPrivacy() {
      wx.openPrivacyContract({});
    },
    async remove() {
      const { confirm } = await wx.showModal({
        title: words.deleteAccount,
        content: words.deleteQuestion,
        confirmText: words.deleteYes,
        cancelText: words.deleteNo,
      });
      if (!confirm) return;
      try {
        await call('deleteMe');
        forgetSession();
        this.setData({ memberCode: '', phone: '', notice: '', done: words.deleted });
      } catch (error) {
        this.setData({ notice: sentenceOf(error) });
      }
    },
  },
});
