import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { SubdistrictFeature } from '../../shared/api/answers.ts';
import { problemSentence } from '../i18n/problem-sentence.ts';
import { speak } from '../page-language.ts';
import { AccountMenu } from '../session/account-menu.tsx';
import { anonymousCall } from '../session/session-store.ts';
import { LanguageButton } from '../ui/language-button.tsx';
import { Toast } from '../ui/toast.tsx';
import { Controls } from './controls/controls.tsx';
import { FindingBar } from './finding/finding-bar.tsx';
import { MapPane } from './map/map-pane.tsx';
import { Patterns } from './map/patterns.tsx';
import { Failed } from './parts/notice.tsx';
import { SelectField } from './parts/select-field.tsx';
import { ExportMenu } from './report/export-menu.tsx';
import { Report } from './report/report.tsx';
import { SidePane } from './side-pane.tsx';
import { narrow, url } from './state/address.ts';
import { dataError, followSubdistrict, reloadData } from './state/data-store.ts';
import { message, ownSubdistricts, subdistrict, subdistricts } from './state/page-state.ts';
import { followQuestion } from './state/result-store.ts';
import { broughtBack, changes, followAddress, followChanges } from './state/scenario-store.ts';
import { useWords } from './words/use-words.ts';

/** The whole page: the finding on top, what is asked at the left, the map, and what was found at the right. */
export function PlannerPage() {
  const { words, language } = useWords();
  const listError = useSignal<unknown>(undefined);
  const listSubdistricts = () => {
    listError.value = undefined;
    anonymousCall('listSubdistricts', { query: {} }).then(
      ({ features }) => {
        subdistricts.value = features;
      },
      (error) => {
        listError.value = error;
      },
    );
  };
  useEffect(() => {
    listSubdistricts();
    const stops = [followSubdistrict(), followQuestion(), followChanges()];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  useEffect(() => {
    followAddress().catch((error) => {
      message.value = problemSentence(error, words, language);
    });
  }, [url.value.scenario, url.value.compared, subdistrict.value?.id]);
  useEffect(() => {
    if (broughtBack.value > 0) message.value = words.scenario.broughtBack(changes.value.length);
  }, [broughtBack.value]);
  useEffect(() => {
    document.title = words.pageTitle;
  }, [language]);

  const hasNoRole = subdistricts.value !== undefined && ownSubdistricts.value.length === 0;
  return (
    <>
      <Patterns />
      <div class="planner">
        <header class="planner-bar">
          <a class="planner-brand" href="/">
            <img src="/favicon.svg" alt="" width="28" height="28" />
            <span>{words.brand}</span>
          </a>
          <Subdistricts />
          <div class="planner-own">
            <ExportMenu />
            <AccountMenu />
            <LanguageButton language={language} onSpeak={speak} />
          </div>
        </header>
        <p class="small-screen">{words.smallScreen}</p>
        <main class="planner-main">
          <h1 class="visually-hidden">{words.pageTitle}</h1>
          {hasNoRole && <p class="planner-message">{words.noRole}</p>}
          {!!listError.value && <Failed error={listError.value} onRetry={listSubdistricts} />}
          {!!dataError.value && <Failed error={dataError.value} onRetry={() => void reloadData()} />}
          {!hasNoRole && !listError.value && !dataError.value && (
            <>
              <FindingBar />
              <Controls />
              <MapPane />
              <SidePane />
            </>
          )}
        </main>
      </div>
      <Report />
      <Toast message={message} />
    </>
  );
}

function Subdistricts() {
  const { words, language } = useWords();
  const own = ownSubdistricts.value;
  const nameOf = ({ properties }: SubdistrictFeature) =>
    language === 'en' ? properties.nameEn : properties.name;
  if (own.length < 2) return <p class="planner-where">{own[0] && nameOf(own[0])}</p>;
  return (
    <SelectField
      label={words.subdistrict}
      isLabelHidden
      value={subdistrict.value?.id ?? ''}
      onChange={(code) =>
        narrow({ subdistrict: code, area: undefined, scenario: undefined, compared: undefined })
      }
    >
      {own.map((each) => (
        <option key={each.id} value={each.id}>
          {nameOf(each)}
        </option>
      ))}
    </SelectField>
  );
}
