type Bridge = { invoke(name: string, data: object, answered?: (answer: unknown) => void): void };

declare global {
  interface Window {
    WeixinJSBridge?: Bridge;
    __wxjs_environment?: string;
  }
}

/** What the shell does better than a page. */
export type ShellPage = 'phone' | 'position' | 'subscribe' | 'me';

/** Whether this page lies inside the mini-program: WeChat says so in the browser's name, and to scripts. */
export const isInShell = ({ __wxjs_environment, navigator }: Window = window): boolean =>
  __wxjs_environment === 'miniprogram' || /\bminiProgram\b/i.test(navigator.userAgent);

/**
 * Opens a page of the shell over this one. What it saves stands in the API: read again when this page is seen again.
 * Spoken directly with WeChat's bridge, since its script comes from a foreign host, which our pages do not load.
 */
export const openInShell = (page: ShellPage, query: Record<string, string> = {}): void => {
  const written = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const url = [`/pages/${page}/${page}`, ...(written.length > 0 ? [written.join('&')] : [])].join('?');
  const open = () =>
    window.WeixinJSBridge?.invoke('invokeMiniProgramAPI', { name: 'navigateTo', arg: { url } });
  if (window.WeixinJSBridge) open();
  else document.addEventListener('WeixinJSBridgeReady', open, { once: true });
};

/** Calls back whenever this page is seen again after something lay over it. Answers how to stop. */
export const onSeenAgain = (callBack: () => void): (() => void) => {
  const seen = () => {
    if (document.visibilityState === 'visible') callBack();
  };
  document.addEventListener('visibilitychange', seen);
  return () => document.removeEventListener('visibilitychange', seen);
};
