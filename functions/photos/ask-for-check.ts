import { DomainError } from '../../shared/api/problem.ts';
import type { PhotoId } from '../../shared/photo/photo.ts';
import { linkToObject } from '../runtime/objects.ts';
import { requestMediaCheck } from '../runtime/wechat/media-check.ts';
import { getPerson } from '../store/persons.ts';
import { saveCheckTrace, saveCheckUnlessAnswered } from '../store/photo-checks.ts';
import { imageKey } from '../store/photo-objects.ts';

/** WeChat fetches the picture within half an hour. */
const LINK_SECONDS = 3600;

/**
 * Has WeChat's machine look at a picture; its answer comes later. Where it cannot be asked the check has failed: a
 * person looks before others see the picture, but whoever uploaded it need not know.
 */
export const askForCheck = async (id: PhotoId, personId: string, now: Date): Promise<void> => {
  try {
    const { openid } = await getPerson(personId);
    const mediaUrl = await linkToObject(imageKey(id, 'full'), LINK_SECONDS);
    await saveCheckTrace(await requestMediaCheck({ mediaUrl, openid }), id, now);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await saveCheckUnlessAnswered(id, 'failed');
  }
};
