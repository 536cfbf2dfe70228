import { constants } from 'node:fs';
import { access, lstat, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DomainError } from '../../../shared/api/problem.ts';
import { sentencesEn } from '../../import/sentences-en.ts';
import { type Sentences, sentencesZh } from '../../import/sentences-zh.ts';
import { codeOf } from '../console/error-code.ts';
import { reportHeader } from './report.ts';

type SaveReport = (file: string, text: string) => Promise<void>;

/**
 * Looks whether a report can be saved, before there is one: as a new file, or over an earlier report and nothing
 * else, neither the imported file nor what a link leads to. Answers what saves it, more than once if need be.
 * @throws DomainError `invalid_request` or `conflict` saying why not; so does saving.
 */
export const reportFile = async (report: string, imported: string, say: Sentences): Promise<SaveReport> => {
  const refuse = (error: unknown) => {
    if (error instanceof DomainError) return error;
    return new DomainError('invalid_request', say.cannotSave(report, codeOf(error)));
  };
  let isThere: boolean;
  try {
    isThere = await isEarlierReport(report, imported, say);
    await access(isThere ? report : dirname(report), constants.W_OK);
  } catch (error) {
    throw refuse(error);
  }
  return async (file, text) => {
    const { O_WRONLY, O_TRUNC, O_NOFOLLOW } = constants;
    try {
      const handle = await open(file, isThere ? O_WRONLY | O_TRUNC | O_NOFOLLOW : 'wx');
      isThere = true;
      await handle.writeFile(text).finally(() => handle.close());
    } catch (error) {
      throw refuse(error);
    }
  };
};

/** Whether there is an earlier report, or an empty file. @throws DomainError `conflict` where there is anything else. */
const isEarlierReport = async (report: string, imported: string, say: Sentences): Promise<boolean> => {
  const found = await lstat(report).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (!found) return false;
  const refusal = new DomainError('conflict', say.notAReport(report));
  if (!found.isFile()) throw refusal;
  const input = await stat(imported).catch(() => undefined);
  if (input?.ino === found.ino && input.dev === found.dev) throw refusal;
  if (found.size === 0) return true;
  const headers = [sentencesZh, sentencesEn].map((language) => Buffer.from(reportHeader(language)));
  const handle = await open(report, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const start = Buffer.alloc(Math.max(...headers.map(({ length }) => length)));
    await handle.read(start, 0, start.length, 0);
    if (!headers.some((header) => start.subarray(0, header.length).equals(header))) throw refusal;
    return true;
  } finally {
    await handle.close();
  }
};
