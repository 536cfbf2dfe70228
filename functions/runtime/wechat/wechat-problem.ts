import { DomainError } from '../../../shared/api/problem.ts';
import { logAlarm } from '../log.ts';

/** What WeChat says of a call that failed. */
type Failure = { errcode: number; errmsg?: string | undefined };

/** What an operator has to put right: a quota used up, an address not on the list, a wrong secret, a missing right. */
const ALARMS = new Set([45009, 40164, 40125, 48001]);

/** Its words name our own address, which has to be put on WeChat's list. */
const ADDRESS_NOT_LISTED = 40164;

/** Logs a failure that an operator has to put right, so that an alarm sees it. */
export const alarmWhereNeeded = (name: string, { errcode, errmsg }: Failure): void => {
  if (!ALARMS.has(errcode)) return;
  logAlarm('wechat', { call: name, errcode, ...(errcode === ADDRESS_NOT_LISTED && { errmsg }) });
};

/**
 * What an error of WeChat means to who asked. A used or unknown code can be got anew; all else is not theirs to
 * mend.
 */
export const problemOf = (name: string, failure: Failure): DomainError => {
  alarmWhereNeeded(name, failure);
  const { errcode } = failure;
  if (errcode === 40029 || errcode === 40163) {
    return new DomainError('code_refused', 'the code is used, expired or none: ask WeChat for a new one');
  }
  if (errcode === 40226) return new DomainError('code_refused', 'WeChat holds this account for a risk');
  return new DomainError('unavailable', `WeChat refused ${name}: ${errcode}`);
};
