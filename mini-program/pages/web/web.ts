import { sentenceOf } from '../../api/sentence-of.ts';
import { WEB_PAGES, type WebPage, webAddress } from '../../api/web-address.ts';
import { plainWords } from '../../words.ts';

/** One of our own pages inside the shell; no other address ever is. */
Component({
  data: { words: plainWords, address: '', notice: '' },
  methods: {
    async onLoad({ page = 'map', rest = '' }: { page?: string; rest?: string }) {
      const known: WebPage = page in WEB_PAGES ? (page as WebPage) : 'map';
      try {
        this.setData({ address: await webAddress(known, decodeURIComponent(rest)) });
      } catch (error) {
        this.setData({ notice: sentenceOf(error) });
      }
    },
    back() {
      wx.navigateBack();
    },
  },
});
