import { useEffect, useRef } from 'preact/hooks';
import { addressOf } from '../../../shared/api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { url } from '../state/address.ts';
import { askedMinutes } from '../state/asked-reach.ts';
import { shown } from '../state/chosen.ts';
import { areas, data, networkFrom } from '../state/data-store.ts';
import { question } from '../state/question.ts';
import { answered } from '../state/result-store.ts';
import { changes, isChanged, stored } from '../state/scenario-store.ts';
import { useWords } from '../words/use-words.ts';
import { aboutExport } from './about-export.ts';
import { exportedScenario } from './exported-scenario.ts';
import { areasGeojson, gapsGeojson } from './geojson.ts';
import { geojsonBlob, saveFile } from './save-file.ts';

/** What can be taken away: shapes, the table, a report on paper. */
export function ExportMenu() {
  const { words, language } = useWords();
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => closeWhenDone(() => menu.current), []);
  const analysis = shown.value;
  const loaded = data.value;
  if (!analysis || !loaded) return null;
  const { id } = loaded.subdistrict;
  const { class: code, mode, at, demand, meters } = question.value;
  const minutes = askedMinutes.value;
  const scenario = exportedScenario(changes.value, {
    isShown: url.value.view === 'scenario',
    isChanged: isChanged.value,
    storedId: stored.value?.id,
  });
  const about = () =>
    aboutExport(analysis, answered.value?.question ?? question.value, {
      loaded,
      streets: networkFrom.value,
      scenario,
    });
  return (
    <details ref={menu} class="export-menu">
      <summary class="chip">{words.report.export}</summary>
      <div class="export-choices">
        <Button icon="printer" onClick={() => window.print()}>
          {words.report.print}
        </Button>
        <Button
          icon="download"
          onClick={() => saveFile(`gaps-${id}-${code}.geojson`, geojsonBlob(gapsGeojson(analysis, about())))}
        >
          {words.report.gaps}
        </Button>
        <Button
          icon="download"
          onClick={() =>
            saveFile(
              `coverage-${id}-${url.value.areaKind}.geojson`,
              geojsonBlob(areasGeojson(analysis, areas.value, about())),
            )
          }
        >
          {words.report.areas}
        </Button>
        {scenario.changes ? (
          <>
            <Button icon="download" isDisabled onClick={() => {}}>
              {words.report.table}
            </Button>
            <p class="block-hint">{words.report.tableUnsaved}</p>
          </>
        ) : (
          <a
            class="weui-btn weui-btn_default"
            download={`coverage-${id}.xlsx`}
            href={addressOf('exportCoverage', {
              params: { code: id },
              query: {
                language,
                mode,
                demand,
                ...(at && { at }),
                ...(minutes !== undefined
                  ? { minutes, speed: url.value.speed }
                  : meters !== undefined && { meters }),
                ...(scenario.scenario && { scenario: scenario.scenario }),
              },
            })}
          >
            <Icon id="download" />
            {words.report.table}
          </a>
        )}
      </div>
    </details>
  );
}

/** A press beside the open menu closes it, a choice in it does, and so does Escape. */
const closeWhenDone = (menuOf: () => HTMLDetailsElement | null): (() => void) => {
  const onPress = ({ target }: Event) => {
    const menu = menuOf();
    if (menu?.open && !menu.contains(target as Node)) menu.open = false;
  };
  const onClick = ({ target }: Event) => {
    const menu = menuOf();
    if (menu?.open && menu.querySelector('.export-choices')?.contains(target as Node)) menu.open = false;
  };
  const onKey = ({ key }: KeyboardEvent) => {
    const menu = menuOf();
    if (key !== 'Escape' || !menu?.open) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  };
  document.addEventListener('pointerdown', onPress);
  document.addEventListener('click', onClick);
  document.addEventListener('keydown', onKey);
  return () => {
    document.removeEventListener('pointerdown', onPress);
    document.removeEventListener('click', onClick);
    document.removeEventListener('keydown', onKey);
  };
};
