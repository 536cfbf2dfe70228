import { coverageWarningSentences } from '../../../shared/labels/coverage-warning-words.ts';
import { dateWithYearPhrase } from '../../i18n/phrases.ts';
import { Tag } from '../../ui/tag.tsx';
import { DataDates } from '../data/data-dates.tsx';
import { findingSentence } from '../finding/finding-sentence.ts';
import { url } from '../state/address.ts';
import { data } from '../state/data-store.ts';
import { now } from '../state/page-state.ts';
import { after, answered, before } from '../state/result-store.ts';
import { isChanged, isDragging, stored } from '../state/scenario-store.ts';
import { classWord, standardPhrase } from '../words/phrases.ts';
import { useWords } from '../words/use-words.ts';
import { CoverageTable } from './coverage-table.tsx';
import { GapsTable } from './gaps-table.tsx';
import { ReportLegend } from './report-legend.tsx';
import { ReportMap } from './report-map.tsx';
import { ReportScenario } from './report-scenario.tsx';

/** What goes on paper, with the scenario wherever there is one, whatever the page shows: the sentence first, then the map, the tables, the standards, the method and how old the data is. */
export function Report() {
  const { words, language } = useWords();
  const changed = after.value;
  const analysis = changed ?? before.value;
  const loaded = data.value;
  // Nobody prints while dragging: then it need not be drawn anew in every frame.
  if (!analysis || !loaded || !before.value || !answered.value || isDragging.value) return null;
  const asked = answered.value.question;
  const finding = findingSentence(
    before.value,
    changed,
    { ...answered.value, minutes: url.value.minutes, areas: loaded.areas },
    language,
  );
  const hasBuildings = analysis.warnings.some(({ code }) => code === 'people_by_building');
  return (
    <article class="report">
      <h1>
        {[words.report.title(loaded.subdistrict.properties.name), ...(changed ? [scenarioName()] : [])].join(
          ' · ',
        )}
      </h1>
      <p class="report-finding">
        {finding?.text} {finding?.scenario}{' '}
        {finding?.isIllustrative && <Tag kind="sample">{words.illustrative}</Tag>}
      </p>
      {coverageWarningSentences(analysis.warnings, language).map((sentence) => (
        <p key={sentence} class="report-note">
          {sentence}
        </p>
      ))}
      <section>
        <h2>{heading(`${words.report.map} · ${classWord(asked.class, language)}`)}</h2>
        <div class="report-sheet">
          <ReportMap label={words.report.map} analysis={analysis} />
          <div class="report-beside">
            <ReportLegend analysis={analysis} />
            <h2>{heading(words.report.gapsTable)}</h2>
            <GapsTable gaps={analysis.gaps} />
          </div>
        </div>
      </section>
      {changed && <ReportScenario />}
      <section>
        <h2>{heading(words.report.table_)}</h2>
        <CoverageTable analysis={analysis} />
      </section>
      <section>
        <h2>{words.report.standards}</h2>
        <ul>
          {analysis.classes.map(({ class: code, standards, meters }) => (
            <li key={code}>
              {words.report.standardOf(
                classWord(code, language),
                asked.meters === undefined
                  ? standardPhrase(standards, language)
                  : words.ownReach(words.meters(meters)),
              )}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{words.report.method}</h2>
        <p>
          {words.report.methodText(
            words.modes[asked.mode],
            hasBuildings ? words.report.methodBuildings : words.report.methodPeople,
          )}
        </p>
      </section>
      <section>
        <h2>{words.report.dates}</h2>
        <DataDates isOnPaper />
        <p class="report-foot">
          {words.report.printedAt(dateWithYearPhrase(now.value.toISOString(), language))} ·{' '}
          {loaded.subdistrict.properties.attribution}
        </p>
      </section>
    </article>
  );

  function heading(text: string): string {
    return changed ? words.report.withScenario(text) : text;
  }

  function scenarioName(): string {
    if (!stored.value) return words.report.scenarioUnsaved;
    const { name } = stored.value;
    return isChanged.value ? words.report.scenarioChanged(name) : words.report.scenario(name);
  }
}
