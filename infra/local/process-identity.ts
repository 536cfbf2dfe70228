import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/**
 * When a process was started, as text that is only good for comparing: a number is given again to another
 * process, often the same low one after a container's restart, but not together with the same start.
 * Undefined where no such process lives; `unknown` where this system does not tell.
 */
export function findProcessStart(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined;
  return existsSync('/proc/self/stat') ? startOnLinux(pid) : startAccordingToPs(pid);
}

/** What `ps` says elsewhere; its zone and language are fixed, or two callers would read different times. */
function startAccordingToPs(pid: number): string | undefined {
  const { status, stdout } = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
    env: { PATH: '/bin:/usr/bin', LC_ALL: 'C', TZ: 'UTC' },
    encoding: 'utf8',
  });
  const [, state = '', start = ''] = /^\s*(\S+)\s+(.+?)\s*$/.exec(stdout ?? '') ?? [];
  if (status !== 0 || start === '') return 'unknown';
  return isDeadState(state) ? undefined : start;
}

/** `man 5 proc_pid_stat`: the state is the 3rd field, the start in clock ticks since the system's the 22nd. */
function startOnLinux(pid: number): string | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The 2nd field, the name in brackets, may hold blanks and brackets itself.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    if (isDeadState(fields[0] ?? '')) return undefined;
    return `${bootId()} ${fields[22 - 3]}`;
  } catch {
    return isAlive(pid) ? 'unknown' : undefined;
  }
}

/** The ticks are counted from the system's start, which therefore belongs to them. */
function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

/** Killed, but nobody has asked how it ended: common in containers, whose first process asks for none. */
const isDeadState = (state: string) => /^[ZX]/.test(state);

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Someone else's process is alive as well.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
