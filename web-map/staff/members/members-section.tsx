import { useState } from 'preact/hooks';
import type { GrantEntry } from '../../../shared/access/grant-entry.ts';
import { ROLE_WORDS } from '../../../shared/labels/role-words.ts';
import { call } from '../../session/session-store.ts';
import { Button } from '../../ui/button.tsx';
import { Unanswered } from '../parts/notice.tsx';
import { useAnswer } from '../state/use-answer.ts';
import { shortMomentWords } from '../words/moment-words.ts';
import { personWords } from '../words/person-words.ts';
import { useWords } from '../words/use-words.ts';
import { GivePanel } from './give-panel.tsx';
import { ParkedCard } from './parked-card.tsx';
import { TakePanel } from './take-panel.tsx';

/** Who may do what in a subdistrict, and messages that WeChat would not take. */
export function MembersSection({ subdistrict }: { subdistrict: string }) {
  const { words, language } = useWords();
  const answer = useAnswer(subdistrict, (signal) => call('listGrants', { query: { subdistrict }, signal }));
  const [isGiving, setGiving] = useState(false);
  const [taken, setTaken] = useState<GrantEntry | undefined>(undefined);
  const changed = () => {
    setGiving(false);
    setTaken(undefined);
    void answer.reload();
  };
  const grants = answer.value?.grants ?? [];
  return (
    <div class="column">
      <section class="card">
        <div class="card-head">
          <h2>{words.members.heading}</h2>
          <Button kind="primary" icon="plus" onClick={() => setGiving(true)}>
            {words.members.give}
          </Button>
        </div>
        <p class="quiet">{words.members.hint}</p>
        <Unanswered answer={answer} rows={4} />
        <ul class="members">
          {grants.map((grant) => (
            <li key={grant.id} class="member">
              <div>
                <p class="row-title">
                  <span class="row-name">{personWords(grant.person, words)}</span>
                  <span class="member-role">{ROLE_WORDS[grant.role][language]}</span>
                </p>
                <p class="row-line">
                  {[
                    grant.grids ? words.members.grids(grant.grids.join(words.comma)) : words.members.whole,
                    grant.givenBy
                      ? words.members.givenBy(
                          personWords(grant.givenBy, words),
                          shortMomentWords(grant.givenAt, language),
                        )
                      : words.members.given(shortMomentWords(grant.givenAt, language)),
                  ].join(' · ')}
                </p>
              </div>
              <Button onClick={() => setTaken(grant)}>{words.members.take}</Button>
            </li>
          ))}
        </ul>
      </section>
      <ParkedCard subdistrict={subdistrict} />
      {isGiving && <GivePanel subdistrict={subdistrict} onGiven={changed} onClose={() => setGiving(false)} />}
      {taken && <TakePanel grant={taken} onTaken={changed} onClose={() => setTaken(undefined)} />}
    </div>
  );
}
