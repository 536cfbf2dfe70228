import type { Fetch } from '../../shared/api/client.ts';

const TIMEOUT = 15_000;

/** `fetch` over `wx.request`. Rejects when nothing answers. */
export const wxFetch: Fetch = (url, { method, headers, body }) =>
  new Promise((resolve, reject) => {
    wx.request({
      url,
      method: method as 'GET',
      header: headers,
      timeout: TIMEOUT,
      // The text as it comes: the client reads JSON itself, and tells what is none.
      dataType: 'text' as 'json',
      responseType: 'text',
      ...(body !== undefined && { data: body }),
      success: ({ statusCode, header, data }) => {
        const named = Object.fromEntries(
          Object.entries(header as Record<string, string>).map(([name, value]) => [
            name.toLowerCase(),
            value,
          ]),
        );
        resolve({
          ok: statusCode >= 200 && statusCode < 300,
          status: statusCode,
          headers: { get: (name) => named[name.toLowerCase()] ?? null },
          text: async () => (typeof data === 'string' ? data : JSON.stringify(data)),
        });
      },
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
