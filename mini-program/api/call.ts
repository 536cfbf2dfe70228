import { ApiError, type Client, createClient } from '../../shared/api/client.ts';
import { shellConfig } from '../shell-config.ts';
import { wxFetch } from './wx-fetch.ts';

const TOKEN = 'session-token';

const anonymous = createClient(wxFetch, shellConfig.origin);

const authorised = createClient(
  (url, options) =>
    wxFetch(url, {
      ...options,
      headers: { ...options.headers, authorization: `Bearer ${wx.getStorageSync(TOKEN)}` },
    }),
  shellConfig.origin,
);

/** One sign-in at a time, however many calls wait for it. */
let signingIn: Promise<void> | undefined;

/** Signs in with WeChat's own code; the token stays on the phone. */
const signIn = async (): Promise<void> => {
  const { code } = await wx.login();
  const { token } = await anonymous('createSession', { body: { code, carrier: 'token' } });
  wx.setStorageSync(TOKEN, token);
};

const signInOnce = (): Promise<void> => {
  signingIn ??= signIn().finally(() => {
    signingIn = undefined;
  });
  return signingIn;
};

/** The API client of the shell: signs in when it must, and once more when the session has ended. */
export const call: Client = async (id, ...argument) => {
  if (!wx.getStorageSync(TOKEN)) await signInOnce();
  try {
    return await authorised(id, ...argument);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    await signInOnce();
    return authorised(id, ...argument);
  }
};

/** Forgets the session on this phone. */
export const forgetSession = (): void => wx.removeStorageSync(TOKEN);
