import { placeOfCode, type WebPage } from '../../api/web-address.ts';
import { plainWords, words } from '../../words.ts';

/** The door of the shell: the pages, a code to scan, and one's account. */
Component({
  data: { words: plainWords, notice: '' },
  methods: {
    /** A mini-program code that a page shows for signing in leads here with its code as `scene`. */
    onLoad({ scene }: { scene?: string }) {
      if (scene) wx.redirectTo({ url: `/pages/sign-in/sign-in?scene=${scene}` });
    },
    open({ currentTarget }: { currentTarget: { dataset: { page: WebPage } } }) {
      wx.navigateTo({ url: `/pages/web/web?page=${currentTarget.dataset.page}` });
    },
    openMe() {
      wx.navigateTo({ url: '/pages/me/me' });
    },
    async scan() {
      this.setData({ notice: '' });
      const scanned = await wx.scanCode({ scanType: ['qrCode', 'wxCode'] }).catch(() => undefined);
      if (!scanned) return;
      const { result, path } = scanned as { result: string; path?: string };
      const place = placeOfCode(result);
      if (place)
        wx.navigateTo({ url: `/pages/web/web?page=map&rest=${encodeURIComponent(`place=${place}`)}` });
      else if (path?.startsWith('pages/')) wx.navigateTo({ url: `/${path}` });
      else this.setData({ notice: words.scanUnknown });
    },
  },
});
