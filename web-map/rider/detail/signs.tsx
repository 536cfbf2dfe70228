import type { ConfirmationKind } from '../../../shared/confirmation/confirmation.ts';
import type { Messages } from '../../i18n/messages.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { IconId } from '../../ui/icons/icon-id.ts';
import { useStore, useWords } from '../store-context.ts';

const SIGNS = [
  ['still_there', 'signStillThere', 'check'],
  ['wrong_information', 'signWrongInformation', 'warning'],
  ['door_locked', 'signDoorLocked', 'door'],
] as const satisfies readonly (readonly [ConfirmationKind, keyof Messages, IconId])[];

/** Three big buttons for whoever stands in front of the door: one tap, five seconds to take it back. */
export function Signs({ place }: { place: string }) {
  const { signs, isOnline } = useStore();
  const { words } = useWords();
  const onItsWay = signs.onItsWay.value?.place === place ? signs.onItsWay.value : undefined;
  const said = signs.saidOf(place);
  const chosen = onItsWay?.kind ?? said;
  const isWaiting = onItsWay?.status === 'pending' || onItsWay?.status === 'sending';
  // Not `disabled`: the button just pressed would lose the focus.
  const isOver = !isOnline.value || isWaiting || said !== undefined;
  const wordsOf = (kind: ConfirmationKind | undefined) =>
    words[SIGNS.find(([each]) => each === kind)?.[1] ?? 'signStillThere'];
  return (
    <section class="detail-section">
      <h3>{words.signsHeading}</h3>
      <div class="signs">
        {SIGNS.map(([kind, word, icon]) => (
          <button
            key={kind}
            type="button"
            class={`sign sign-${kind}`}
            aria-pressed={chosen === kind}
            aria-disabled={isOver}
            onClick={() => !isOver && signs.tap(place, kind)}
          >
            <Icon id={icon} />
            {words[word]}
          </button>
        ))}
      </div>
      <div class="signs-state">
        <p class="detail-note" role="status">
          {isWaiting
            ? words.signPending(wordsOf(onItsWay?.kind))
            : said
              ? words.signThanks(wordsOf(said))
              : onItsWay?.status === 'too_many'
                ? words.signTooMany
                : onItsWay
                  ? words.signFailed
                  : isOnline.value
                    ? ''
                    : words.signOffline}
        </p>
        {onItsWay?.status === 'pending' && <Button onClick={signs.undo}>{words.undo}</Button>}
      </div>
    </section>
  );
}
