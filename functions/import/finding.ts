/** What an import found: where it stands, what is written there, and why it is named. */
export type Finding = {
  /** `error`: the row is not written. `warning` and `duplicate`: it is, and someone should look. */
  severity: 'error' | 'warning' | 'duplicate';
  line: number;
  column?: string;
  value?: string;
  reason: string;
};
