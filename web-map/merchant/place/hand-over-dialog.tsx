import { useEffect, useRef, useState } from 'preact/hooks';
import type { PlaceRecord } from '../../../shared/place/place-record.ts';
import { momentPhrase } from '../../i18n/phrases.ts';
import { call } from '../../session/session-store.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { merchantWords } from '../merchant-words.ts';
import { say, sayError } from '../state/merchant-store.ts';

/** Makes a code with which another person takes a place over. */
export function HandOverDialog({ place, onClose }: { place: PlaceRecord; onClose: () => void }) {
  const { words, language } = merchantWords();
  const [code, setCode] = useState<{ code: string; expiresAt: string } | undefined>();
  const [isBusy, setBusy] = useState(false);
  const shown = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone: the focus goes on to what it made.
  useEffect(() => shown.current?.focus(), [code]);
  const make = async () => {
    setBusy(true);
    try {
      setCode(await call('offerHandOver', { params: { id: place.id } }));
    } catch (error) {
      sayError(error);
    } finally {
      setBusy(false);
    }
  };
  const copy = (text: string) =>
    navigator.clipboard.writeText(text).then(
      () => say(words.copied),
      () => say(words.notCopied),
    );
  const written = code?.code.match(/.{4}/g)?.join('-') ?? '';
  return (
    <Panel
      title={words.handOver}
      closeLabel={words.close}
      onClose={onClose}
      footer={
        code ? (
          <Button kind="primary" icon="copy" onClick={() => void copy(written)}>
            {words.copyCode}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{words.cancel}</Button>
            <Button kind="primary" isDisabled={isBusy} onClick={() => void make()}>
              {words.makeCode}
            </Button>
          </>
        )
      }
    >
      {code ? (
        <div role="status">
          <p>{words.handOverCodeText(place.name)}</p>
          <p class="hand-over-code" ref={shown} tabIndex={-1}>
            {written}
          </p>
          <p class="field-hint">{words.validUntil(momentPhrase(code.expiresAt, new Date(), language))}</p>
        </div>
      ) : (
        <p>{words.handOverText}</p>
      )}
    </Panel>
  );
}
