import type { Me } from '../../shared/person/person.ts';
import { Button } from '../ui/button.tsx';
import { Panel } from '../ui/panel.tsx';
import { signedIn } from './session-store.ts';
import { redeemTicket, type Ticket } from './ticket.ts';
import { useSessionWords } from './use-session-words.ts';

/** A link of the shell belongs to somebody else than who is signed in: nobody is switched unasked. */
export function OtherPerson({
  ticket,
  signedInNow,
  onDone,
}: {
  ticket: Ticket;
  signedInNow: Me;
  onDone: () => void;
}) {
  const words = useSessionWords();
  const switchPerson = () =>
    redeemTicket(ticket).then(signedIn, () => {
      // Too old by now: who is signed in stays.
      onDone();
    });
  return (
    <Panel
      title={words.otherPerson}
      closeLabel={words.close}
      onClose={onDone}
      footer={
        <>
          <Button onClick={onDone}>{words.stay}</Button>
          <Button kind="primary" onClick={() => void switchPerson()}>
            {words.switchPerson}
          </Button>
        </>
      }
    >
      <p>{words.otherPersonHint(signedInNow.nickname ?? signedInNow.memberCode)}</p>
    </Panel>
  );
}
