import { useState } from 'preact/hooks';
import type { FacilityClass } from '../../../shared/coverage/coverage-answer.ts';
import { COVERAGE_CLASSES, COVERAGE_GROUPS } from '../../../shared/coverage/coverage-class.ts';
import { MOST_METERS } from '../../../shared/coverage/reach.ts';
import type { StandardsOfClass } from '../../../shared/coverage/standard.ts';
import { standardsOf } from '../../../shared/coverage/standards.ts';
import { STANDARD_STATUS_WORDS } from '../../../shared/labels/coverage-words.ts';
import { call } from '../../session/session-store.ts';
import { Button } from '../../ui/button.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Refused } from '../parts/notice.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { data, reloadData } from '../state/data-store.ts';
import { message } from '../state/page-state.ts';
import { classWord, sourcePhrase, standardReach } from '../words/phrases.ts';
import { useWords } from '../words/use-words.ts';
import { isSetElsewhere, type OwnMeters, ownMetersOf, ownOf, ownStandards } from './own-standards.ts';

/** The distances that hold in this subdistrict, who says so, and a way to set one's own. */
export function StandardsTable() {
  const { words, language } = useWords();
  const action = useAction();
  const [own, setOwn] = useState<OwnMeters | undefined>(undefined);
  const loaded = data.value;
  if (!loaded) return null;
  const { standards } = loaded;
  const listed = new Set([
    ...COVERAGE_GROUPS,
    ...standards.map((each) => each.class),
    ...(Object.keys(own ?? {}) as FacilityClass[]),
  ]);
  const classes = COVERAGE_CLASSES.filter((code) => listed.has(code));
  const others = COVERAGE_CLASSES.filter((code) => !listed.has(code));
  const save = async () => {
    const isDone = await action.run(() =>
      call('saveStandards', {
        params: { code: loaded.subdistrict.id },
        body: { standards: ownStandards(standards, own ?? {}) },
        ifMatch: loaded.standardsVersion,
      }),
    );
    if (!isDone) return;
    setOwn(undefined);
    message.value = words.data.standardsSaved;
    await reloadData();
  };
  return (
    <section class="block">
      <h2>{words.data.standardsHeading}</h2>
      <p class="block-hint">{own ? words.data.ownHint : words.data.standardsHint}</p>
      <table class="standards">
        <thead>
          <tr>
            <th scope="col">{words.data.standardClass}</th>
            {own && <th scope="col">{words.data.ownMeters}</th>}
            <th scope="col">{words.data.standardSource}</th>
          </tr>
        </thead>
        <tbody>
          {classes.map((code) => (
            <tr key={code}>
              <th scope="row">{classWord(code, language)}</th>
              {own && (
                <td>
                  {standards.some((each) => each.class === code && isSetElsewhere(each)) ? (
                    words.data.setElsewhere
                  ) : (
                    <input
                      class="field-input"
                      type="number"
                      min={50}
                      max={MOST_METERS}
                      step={10}
                      aria-label={words.data.standardOf(classWord(code, language), words.data.ownMeters)}
                      value={own[code] ?? ''}
                      onInput={({ currentTarget }) => setOwn({ ...own, [code]: currentTarget.value })}
                    />
                  )}
                </td>
              )}
              <td>
                <StandardLines standards={standardsOf(code, ownOf(standards))} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {own && others.length > 0 && (
        <SelectField
          label={words.data.addStandard}
          value=""
          onChange={(code) => code && setOwn({ ...own, [code]: '' })}
        >
          <option value="">{words.data.chooseClass}</option>
          {others.map((code) => (
            <option key={code} value={code}>
              {classWord(code, language)}
            </option>
          ))}
        </SelectField>
      )}
      <Refused error={action.error} />
      <div class="button-row">
        {own ? (
          <>
            <Button kind="primary" isDisabled={action.isBusy} onClick={() => void save()}>
              {words.data.saveStandards}
            </Button>
            <Button onClick={() => setOwn(undefined)}>{words.cancel}</Button>
          </>
        ) : (
          <Button icon="pencil" onClick={() => setOwn(ownMetersOf(standards))}>
            {words.data.editStandards}
          </Button>
        )}
      </div>
    </section>
  );
}

/** Every source of a class, the one in force first; without any, what the product takes. */
function StandardLines({ standards: { class: code, inForce, others } }: { standards: StandardsOfClass }) {
  const { words, language } = useWords();
  if (inForce.source === 'product_default') return <>{words.data.noneFound}</>;
  return (
    <ul>
      {[inForce, ...others].map((standard) => (
        <li key={`${standard.class} ${standard.source}`}>
          <b>{standardReach(standard, language)}</b> {sourcePhrase(standard, code, language)}
          <small>{STANDARD_STATUS_WORDS[standard.status][language]}</small>
        </li>
      ))}
    </ul>
  );
}
