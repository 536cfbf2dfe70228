import { GRADES } from '../../../shared/coverage/grade.ts';
import { dateWithYearPhrase, distancePhrase } from '../../i18n/phrases.ts';
import { Tag } from '../../ui/tag.tsx';
import { DataDates } from '../data/data-dates.tsx';
import { areasOfKind, type GapFound } from '../engine/planner-engine.ts';
import { findingSentence } from '../finding/finding-sentence.ts';
import { gapName } from '../gaps/gap-name.ts';
import { Swatch } from '../map/legend.tsx';
import { url } from '../state/address.ts';
import { shown } from '../state/chosen.ts';
import { areas, data } from '../state/data-store.ts';
import { now } from '../state/page-state.ts';
import { question } from '../state/question.ts';
import { after, before } from '../state/result-store.ts';
import {
  classWord,
  hectaresPhrase,
  peoplePhrase,
  shareOf,
  sharePhrase,
  standardPhrase,
} from '../words/phrases.ts';
import { useWords } from '../words/use-words.ts';
import { ReportMap } from './report-map.tsx';

const MOST_GAPS = 12;

/** What goes on paper: the sentence first, then the map, the tables, the standards, the method and how old the data is. */
export function Report() {
  const { words, language } = useWords();
  const analysis = shown.value;
  const loaded = data.value;
  if (!analysis || !loaded || !before.value) return null;
  const { hour, day } = url.value;
  const asked = question.value;
  const finding = findingSentence(
    before.value,
    url.value.view === 'scenario' ? after.value : undefined,
    { question: asked, hour, day, areas: loaded.areas },
    language,
  );
  const farOf = ({ nearest }: GapFound): string => {
    if (!nearest) return words.table.none;
    const distance = distancePhrase(nearest.meters, language);
    return nearest.isStraight ? words.report.straight(distance) : distance;
  };
  return (
    <article class="report">
      <h1>{words.report.title(loaded.subdistrict.properties.name)}</h1>
      <p class="report-finding">
        {finding?.text} {finding?.scenario}{' '}
        {finding?.isIllustrative && <Tag kind="sample">{words.illustrative}</Tag>}
      </p>
      {analysis.warnings.map(({ code, values = {} }) => (
        <p key={`${code} ${values.input ?? ''}`} class="report-warning">
          {words.warning[code](values)}
        </p>
      ))}
      <h2>
        {words.report.map} · {classWord(asked.class, language)}
      </h2>
      <ReportMap label={words.report.map} />
      <ul class="legend">
        {GRADES.map((grade) => (
          <li key={grade}>
            <Swatch fill={`grade-${grade}`} />
            {words.grade[grade]} {words.gradeMeaning[grade]}
          </li>
        ))}
        <li>
          <Swatch fill="gap-hatch" />
          {words.legendGap}
        </li>
        {analysis.unknown && (
          <li>
            <Swatch fill="unknown-marks" />
            {words.legendUnknown}
          </li>
        )}
      </ul>
      <h2>{words.report.table_}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.areaKinds[url.value.areaKind]}</th>
            {analysis.classes.map(({ class: code }) => (
              <th key={code} scope="col">
                {classWord(code, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{words.table.whole}</th>
            {analysis.classes.map((numbers) => (
              <td key={numbers.class}>
                {sharePhrase(shareOf(numbers))} {numbers.grade && words.grade[numbers.grade]}
              </td>
            ))}
          </tr>
          {areas.value.map(({ code, name }) => (
            <tr key={code}>
              <th scope="row">{name}</th>
              {analysis.classes.map((numbers) => {
                const area = areasOfKind(numbers, url.value.areaKind).get(code);
                return (
                  <td key={numbers.class}>
                    {area?.grade
                      ? `${sharePhrase(shareOf(area))} ${words.grade[area.grade]}`
                      : words.table.none}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{words.report.gapsTable}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.report.rank}</th>
            <th scope="col">{words.table.area}</th>
            <th scope="col">{words.report.people}</th>
            <th scope="col">{words.report.area}</th>
            <th scope="col">{words.report.nearest}</th>
            <th scope="col">{words.report.distance}</th>
          </tr>
        </thead>
        <tbody>
          {analysis.gaps.slice(0, MOST_GAPS).map((gap) => (
            <tr key={gap.rank}>
              <td>{gap.rank}</td>
              <td>{gapName(gap, loaded.areas, language)}</td>
              <td>
                {gap.people === undefined
                  ? words.table.none
                  : peoplePhrase(gap.people, asked.demand, language)}
              </td>
              <td>{words.gaps.hectares(hectaresPhrase(gap.squareMeters))}</td>
              <td>{gap.nearest?.name ?? words.table.none}</td>
              <td>{farOf(gap)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{words.report.standards}</h2>
      <ul>
        {analysis.classes.map(({ class: code, standards, meters }) => (
          <li key={code}>
            {classWord(code, language)}：
            {asked.meters === undefined
              ? standardPhrase(standards, language)
              : words.ownReach(words.meters(meters))}
          </li>
        ))}
      </ul>
      <h2>{words.report.method}</h2>
      <p>{words.report.methodText(words.modes[asked.mode])}</p>
      <h2>{words.report.dates}</h2>
      <DataDates />
      <p class="report-foot">
        {words.report.printedAt(dateWithYearPhrase(now.value.toISOString(), language))} ·{' '}
        {loaded.subdistrict.properties.attribution}
      </p>
    </article>
  );
}
