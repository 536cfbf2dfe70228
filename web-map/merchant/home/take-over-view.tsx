import { useState } from 'preact/hooks';
import { TextField } from '../../form/text-field.tsx';
import { call } from '../../session/session-store.ts';
import { Button } from '../../ui/button.tsx';
import { merchantWords } from '../merchant-words.ts';
import { errorSentence } from '../state/error-sentence.ts';
import { places, say } from '../state/merchant-store.ts';
import { goTo } from '../state/page-view.ts';
import { ViewTitle } from '../view-parts.tsx';

/** Takes over a shop with the code that its owner has handed on. */
export function TakeOverView() {
  const { words, language } = merchantWords();
  const [text, setText] = useState('');
  const [error, setError] = useState<string | undefined>();
  const [isBusy, setBusy] = useState(false);
  // Crockford's base 32 as people read it out: O is 0, I and L are 1.
  const code = text
    .normalize('NFKC')
    .replace(/[\s-]/g, '')
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  const isComplete = /^[0-9A-HJKMNP-TV-Z]{12}$/.test(code);
  const take = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const place = await call('acceptHandOver', { body: { code } });
      await places.load();
      say(words.takenOver(place.name));
      goTo({ at: 'place', id: place.id }, { replace: true });
    } catch (problem) {
      setError(errorSentence(problem, language));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete) void take();
      }}
    >
      <ViewTitle back={{ at: 'home' }}>{words.takeOver}</ViewTitle>
      <div class="card">
        <p class="field-hint">{words.takeOverHint}</p>
        <TextField
          label={words.handOverCode}
          value={text}
          onChange={setText}
          error={error}
          maxLength={20}
          placeholder="XXXX-XXXX-XXXX"
        />
        <Button kind="primary" isDisabled={!isComplete || isBusy} onClick={() => void take()}>
          {words.takeOverNow}
        </Button>
      </div>
    </form>
  );
}
