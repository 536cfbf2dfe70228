import { useState } from 'preact/hooks';
import type { Standard } from '../../../shared/coverage/coverage-answer.ts';
import { call } from '../../session/session-store.ts';
import { Button } from '../../ui/button.tsx';
import { Refused } from '../parts/notice.tsx';
import { data, reloadData } from '../state/data-store.ts';
import { message } from '../state/page-state.ts';
import { useAction } from '../state/use-action.ts';
import { classWord, reachPhrase } from '../words/phrases.ts';
import { useWords } from '../words/use-words.ts';
import { StandardRow } from './standard-row.tsx';

/** The distances that hold in this subdistrict, who says so, and a way to change them. */
export function StandardsTable() {
  const { words, language } = useWords();
  const action = useAction();
  const [edited, setEdited] = useState<readonly Standard[] | undefined>(undefined);
  const loaded = data.value;
  if (!loaded) return null;
  const save = async () => {
    const isDone = await action.run(() =>
      call('saveStandards', {
        params: { code: loaded.subdistrict.id },
        body: { standards: [...(edited ?? [])] },
        ifMatch: loaded.standardsVersion,
      }),
    );
    if (!isDone) return;
    setEdited(undefined);
    message.value = words.data.standardsSaved;
    await reloadData();
  };
  return (
    <section class="block">
      <h2>{words.data.standardsHeading}</h2>
      <p class="block-hint">{words.data.standardsHint}</p>
      <table class="standards">
        <thead>
          <tr>
            <th scope="col">{words.data.standardClass}</th>
            <th scope="col">{words.data.standardMeters}</th>
            <th scope="col">{words.data.standardSource}</th>
            <th scope="col">{words.data.standardStatus}</th>
          </tr>
        </thead>
        <tbody>
          {(edited ?? loaded.standards).map((standard, index, all) =>
            edited ? (
              <StandardRow
                key={standard.class}
                standard={standard}
                onChange={(next) => setEdited(all.map((each, at) => (at === index ? next : each)))}
              />
            ) : (
              <tr key={standard.class}>
                <th scope="row">{classWord(standard.class, language)}</th>
                <td>
                  {reachPhrase(standard.meters, language)}
                  {standard.otherwise && (
                    <small>
                      {words.standardOtherwise(
                        reachPhrase(standard.otherwise.meters, language),
                        standard.otherwise.source,
                      )}
                    </small>
                  )}
                </td>
                <td>
                  {standard.source} {standard.clause}
                </td>
                <td>{words.status[standard.status]}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      <Refused sentence={action.problem} />
      <div class="button-row">
        {edited ? (
          <>
            <Button kind="primary" isDisabled={action.isBusy} onClick={() => void save()}>
              {words.data.saveStandards}
            </Button>
            <Button onClick={() => setEdited(undefined)}>{words.cancel}</Button>
          </>
        ) : (
          <Button icon="pencil" onClick={() => setEdited(loaded.standards)}>
            {words.data.editStandards}
          </Button>
        )}
      </div>
    </section>
  );
}
