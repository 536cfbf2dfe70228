/** A page that says that this is not WeChat, and what a phone would have done here. */
export function standInPage(query: URLSearchParams): string {
  const [page, given] = [query.get('page'), query.get('query')];
  const opened =
    page === null
      ? ''
      : `<p lang="zh-Hans">手机微信会在这里打开小程序页面 <code>${escaped(page || '首页')}</code>，参数 <code>${escaped(given ?? '')}</code>。</p>
<p lang="en">A phone would open this page of the mini-program: <code>${escaped(page || 'the first one')}</code> with <code>${escaped(given ?? '')}</code>.</p>`;
  return `<!doctype html>
<html lang="zh-Hans">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>微信的本地替身 · Local stand-in of WeChat</title>
<style>body{font:1rem/1.6 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem}</style>
<h1 lang="zh-Hans">这里不是微信</h1>
<p lang="zh-Hans">这是本机的微信替身，只供试用和测试；它不连接微信，也不认识任何真实用户。</p>
<p lang="en">This is not WeChat. It is a stand-in on this machine, for trying things out and for tests; it talks to nobody and knows no real person.</p>
${opened}
`;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
