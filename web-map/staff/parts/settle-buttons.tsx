import { Button } from '../../ui/button.tsx';
import { useWords } from '../words/use-words.ts';

/** How what riders have told of a place is settled. */
export type Settle = (outcome: 'checked' | 'dismissed') => void;

/** Looked at and seen to, or nothing in it. */
export function SettleButtons({ isBusy, onSettle }: { isBusy: boolean; onSettle: Settle }) {
  const { words } = useWords();
  return (
    <>
      <Button isDisabled={isBusy} onClick={() => onSettle('checked')}>
        {words.work.checked}
      </Button>
      <Button isDisabled={isBusy} onClick={() => onSettle('dismissed')}>
        {words.work.dismiss}
      </Button>
    </>
  );
}
