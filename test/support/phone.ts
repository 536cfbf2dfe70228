import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Window } from 'happy-dom';
import { buildMiniProgram } from '../../infra/bundle/mini-program.ts';

type Calls = Record<string, unknown[]>;

/** What a person does when WeChat asks: the answers of calls that open a dialog. A rejected one is a refusal. */
export type PhoneAnswers = {
  chooseLocation?: () => Promise<unknown>;
  requestSubscribeMessage?: () => Promise<Record<string, string>>;
  showModal?: () => Promise<{ confirm: boolean }>;
  scanCode?: () => Promise<unknown>;
};

export type PhonePage = {
  /** What the page shows, as text. */
  text: () => string;
  data: () => Record<string, unknown>;
  /** Taps what carries these words. */
  tap: (words: string) => Promise<void>;
  /** Calls a method of the page, as WeChat does with an event or a launch. */
  run: (method: string, argument?: unknown) => Promise<void>;
};

/**
 * A phone with the shell on it: the built pages in WeChat's own simulator, over a `wx` that reaches a system through
 * `fetch`. `codeOf` hands out codes of wx.login.
 */
export async function startPhone(options: {
  origin: string;
  codeOf: () => Promise<string>;
  language?: string;
  templates?: readonly string[];
  answers?: PhoneAnswers;
}) {
  const { origin, codeOf, language = 'zh_CN', templates = [], answers = {} } = options;
  const folder = await mkdtemp(join(tmpdir(), 'nuanxin-shell-'));
  await buildMiniProgram({ origin, templates }, folder);
  const window = new Window();
  const calls: Calls = {};
  const heard = (name: string, given: unknown) => {
    calls[name] = [...(calls[name] ?? []), given];
  };
  const storage = new Map<string, unknown>();
  let askForConsent: ((resolve: (given: unknown) => void) => void) | undefined;
  const wx = {
    getAppBaseInfo: () => ({ language }),
    login: async () => ({ code: await codeOf() }),
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => storage.set(key, value),
    removeStorageSync: (key: string) => storage.delete(key),
    request: (asked: Record<string, never>) => void requestOf(asked),
    navigateTo: (to: unknown) => heard('navigateTo', to),
    redirectTo: (to: unknown) => heard('redirectTo', to),
    navigateBack: () => heard('navigateBack', {}),
    openPrivacyContract: () => heard('openPrivacyContract', {}),
    onNeedPrivacyAuthorization: (ask: typeof askForConsent) => {
      askForConsent = ask;
    },
    getPrivacySetting: ({ complete }: { complete: (setting: object) => void }) =>
      complete({ needAuthorization: true, privacyContractName: '《暖新地图隐私保护指引》' }),
    ...answers,
  };
  const require = createRequire(import.meta.url);
  // The simulator reads its page and WeChat from globals, as a phone has them.
  const globals = { window, document: window.document, Event: window.Event, CustomEvent: window.CustomEvent };
  Object.assign(globalThis, globals, { wx });
  const simulate = require('miniprogram-simulate') as Simulator;
  Object.assign(globalThis, { wx });

  /** Opens a page by its name, or a component by its path. */
  const open = async (page: string, query: Record<string, string> = {}): Promise<PhonePage> => {
    const path = join(folder, page.includes('/') ? page : `pages/${page}/${page}`);
    const component = simulate.render(simulate.load(path, { compiler: 'simulate', rootPath: folder }));
    const parent = window.document.createElement('div');
    component.attach(parent);
    const { instance } = component;
    const run = async (method: string, argument?: unknown) => {
      await instance[method]?.(argument);
    };
    await run('onLoad', query);
    await run('onShow');
    return {
      text: () => parent.textContent ?? '',
      data: () => instance.data as Record<string, unknown>,
      tap: async (words) => {
        const buttons = component.querySelectorAll('.button');
        const found = buttons.find(({ dom }) => dom.textContent?.trim() === words);
        if (!found) throw new Error(`nothing says ${words}: ${parent.textContent}`);
        found.dispatchEvent('tap');
      },
      run,
    };
  };
  return {
    open,
    calls,
    storage,
    /** WeChat needs consent before a call of its own; resolves to what the person answered. */
    needConsent: () =>
      new Promise((resolve) => {
        askForConsent?.(resolve);
      }),
    close: async () => {
      for (const name of [...Object.keys(globals), 'wx']) Reflect.deleteProperty(globalThis, name);
      await window.happyDOM.close();
      await rm(folder, { recursive: true });
    },
  };
}

type Asked = {
  url: string;
  method: string;
  header: Record<string, string>;
  data?: string;
  success: (answer: object) => void;
  fail: (error: { errMsg: string }) => void;
};

async function requestOf(asked: Record<string, never>): Promise<void> {
  const { url, method, header, data, success, fail } = asked as unknown as Asked;
  try {
    const answer = await fetch(url, { method, headers: header, ...(data !== undefined && { body: data }) });
    success({
      statusCode: answer.status,
      header: Object.fromEntries(answer.headers),
      data: await answer.text(),
    });
  } catch (error) {
    fail({ errMsg: `request:fail ${error}` });
  }
}

type Simulator = {
  load: (path: string, options: object) => string;
  render: (id: string) => {
    attach: (parent: unknown) => void;
    instance: Record<string, ((argument?: unknown) => unknown) | undefined> & { data: unknown };
    querySelectorAll: (selector: string) => {
      dom: { textContent: string | null };
      dispatchEvent: (name: string) => void;
    }[];
  };
};
