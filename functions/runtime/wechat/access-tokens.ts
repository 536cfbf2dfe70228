import { DomainError } from '../../../shared/api/problem.ts';
import { logAlarm } from '../log.ts';

/** A token of WeChat and the moment of its end, in milliseconds. */
export type AccessToken = { value: string; expiresAt: number };

/** Where all environments share the token; `functions/store/wechat-token.ts` keeps it in the table. */
export type TokenStore = {
  read(): Promise<AccessToken | undefined>;
  save(token: AccessToken): Promise<void>;
  /** Takes one of the few forced refreshes; false where another had one just now, or the day's are used up. */
  claimForcedRefresh(now: Date): Promise<boolean>;
};

/** Asks WeChat for the stable token: the one that all callers share, or a new one that ends it. */
export type AskToken = (isForced: boolean) => Promise<AccessToken>;

type Options = { store: TokenStore; ask: AskToken; now?: () => number; pauseMs?: number };

/** So long before its end a token is renewed. */
const RENEWED_BEFORE_MS = 300_000;
/** How often the table is read again while another environment has the forced refresh in hand. */
const MOST_WAITS = 5;

/**
 * The access token of this environment. In normal mode WeChat gives every caller the same one, so that nobody has to
 * wait for anybody; only what ends it for all others, a forced refresh, is taken by one at a time.
 */
export class AccessTokens {
  readonly #store: TokenStore;
  readonly #ask: AskToken;
  readonly #now: () => number;
  readonly #pauseMs: number;
  #kept: AccessToken | undefined;
  #renewal: Promise<string> | undefined;
  #replacement: Promise<string> | undefined;

  constructor({ store, ask, now = Date.now, pauseMs = 300 }: Options) {
    this.#store = store;
    this.#ask = ask;
    this.#now = now;
    this.#pauseMs = pauseMs;
  }

  /** A token that is good for five minutes more. */
  current(): Promise<string> {
    if (this.#isFresh(this.#kept)) return Promise.resolve(this.#kept.value);
    this.#renewal ??= this.#renew().finally(() => {
      this.#renewal = undefined;
    });
    return this.#renewal;
  }

  /**
   * Another token in place of one that WeChat has refused.
   * @throws DomainError `unavailable` when no forced refresh is left.
   */
  instead(refused: string): Promise<string> {
    if (this.#isFresh(this.#kept) && this.#kept.value !== refused) return Promise.resolve(this.#kept.value);
    this.#replacement ??= this.#replace(refused).finally(() => {
      this.#replacement = undefined;
    });
    return this.#replacement;
  }

  async #renew(): Promise<string> {
    const stored = await this.#store.read();
    return this.#isFresh(stored) ? this.#keep(stored) : this.#askAndSave(false);
  }

  async #replace(refused: string): Promise<string> {
    this.#kept = undefined;
    const stored = await this.#store.read();
    if (this.#isFresh(stored) && stored.value !== refused) return this.#keep(stored);
    const shared = await this.#ask(false);
    if (shared.value !== refused) return this.#saved(shared);
    if (await this.#store.claimForcedRefresh(new Date(this.#now()))) return this.#askAndSave(true);
    return this.#awaitOther(refused);
  }

  async #awaitOther(refused: string): Promise<string> {
    for (let wait = 1; wait <= MOST_WAITS; wait++) {
      await new Promise((resolve) => setTimeout(resolve, this.#pauseMs));
      const stored = await this.#store.read();
      if (this.#isFresh(stored) && stored.value !== refused) return this.#keep(stored);
    }
    logAlarm('wechat', { call: 'getStableAccessToken', reason: 'refused, and no forced refresh is left' });
    throw new DomainError('unavailable', 'WeChat refuses our access token');
  }

  async #askAndSave(isForced: boolean): Promise<string> {
    return this.#saved(await this.#ask(isForced));
  }

  async #saved(token: AccessToken): Promise<string> {
    await this.#store.save(token);
    return this.#keep(token);
  }

  #keep(token: AccessToken): string {
    this.#kept = token;
    return token.value;
  }

  #isFresh(token: AccessToken | undefined): token is AccessToken {
    return token !== undefined && token.expiresAt - this.#now() > RENEWED_BEFORE_MS;
  }
}
