import type { SessionMessages } from './messages.ts';

/** What signing in says, in English. */
export const en: SessionMessages = {
  brand: 'Warm Map',
  signIn: 'Sign in',
  signInTitle: {
    merchant: 'Sign in for shops',
    staff: 'Sign in for street staff',
    planner: 'Sign in for planners',
  },
  signInAgain: 'Please sign in again',
  signInAgainHint: 'Your session has ended. What you typed is still here; carry on after signing in.',
  close: 'Close',

  scan: 'Scan with WeChat',
  scanHint: 'Confirm on the phone; this page signs in by itself.',
  compare: 'On the phone, choose this number',
  timeLeft: (minutes, seconds) => `expires in ${minutes}:${String(seconds).padStart(2, '0')}`,
  codeExpired: 'The code has expired',
  newCode: 'Show a new code',
  denied: 'The phone did not agree',
  qrImage: 'Mini-program code for signing in',
  preparing: 'Preparing the code…',
  failed: 'Signing in is not possible right now; try again later',
  tryAgain: 'Try again',
  offline: 'No network',

  localTitle: 'Local sign-in',
  localHint:
    'This is a trial system on this machine: choose a sample identity, no WeChat needed. A deployed system has no such panel.',
  orScan: 'Or look at how scanning works in a deployed system',

  account: 'Account',
  signedInAs: 'Signed in',
  memberCode: 'Member code',
  memberCodeHint: 'Tell it to an admin who gives you a role',
  copy: 'Copy',
  copied: 'Copied',
  nickname: 'Name',
  nicknameHint: 'What colleagues and reviewers see',
  noNickname: 'Not given',
  save: 'Save',
  saved: 'Saved',
  phone: 'Telephone',
  noPhone: 'None (add it in the WeChat mini-program)',
  roles: 'Roles',
  noRoles: 'No role',
  everywhere: 'Every subdistrict',
  gridsOnly: (grids) => `grids ${grids}`,
  language: 'Language',
  exportData: 'Export my data',
  exportHint: 'Everything stored about you, as one JSON file',
  signOut: 'Sign out',
  deleteAccount: 'Delete account',
  deleteTitle: 'Delete the account?',
  deleteHint:
    'Your name, number, messages and unpublished photos are deleted for good and your key is destroyed; nothing can bring them back. Shops on the map lose their owner and the subdistrict takes over. The change log says “deleted” in your place.',
  deleteConfirm: 'I understand, delete it',
  cancel: 'Keep it',
  deleted: 'The account is deleted',

  fromShell: 'Signing in…',
  otherPerson: 'Sign in as somebody else?',
  otherPersonHint: (now) =>
    `${now} is signed in here. The link opened on the phone belongs to another person.`,
  switchPerson: 'Switch to the person on the phone',
  stay: 'Stay as I am',
};
