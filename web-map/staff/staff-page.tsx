import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { speak } from '../page-language.ts';
import { AccountMenu } from '../session/account-menu.tsx';
import { anonymousCall } from '../session/session-store.ts';
import { Icon } from '../ui/icon.tsx';
import type { IconId } from '../ui/icons/icon-id.ts';
import { LanguageButton } from '../ui/language-button.tsx';
import { Toast } from '../ui/toast.tsx';
import { MembersSection } from './members/members-section.tsx';
import { ChoiceMenu } from './parts/choice-menu.tsx';
import { Empty, Skeleton } from './parts/notice.tsx';
import { PlacesSection } from './places/places-section.tsx';
import { RecordSection } from './record/record-section.tsx';
import { ReviewSection } from './review/review-section.tsx';
import { open, url } from './state/address.ts';
import {
  isReady,
  message,
  ownSubdistricts,
  section,
  sections,
  subdistrict,
  subdistricts,
} from './state/page-state.ts';
import type { Section } from './state/sections.ts';
import { EMPTY_URL_STATE } from './state/url-state.ts';
import { TableSection } from './table/table-section.tsx';
import { useWords } from './words/use-words.ts';
import { WorkSection } from './work/work-section.tsx';

const ICONS: Readonly<Record<Section, IconId>> = {
  review: 'document',
  work: 'list',
  places: 'pin',
  table: 'layers',
  record: 'clock',
  members: 'people',
};

/** The whole page: where and in which section one works beside it, what is worked on in the middle. */
export function StaffPage() {
  const { words, language } = useWords();
  const shown = section.value;
  const code = subdistrict.value;
  useEffect(() => {
    // Without them the page works all the same, with codes instead of names.
    void anonymousCall('listSubdistricts', { query: {} })
      .then(({ features }) => {
        subdistricts.value = features;
      })
      .catch(() => undefined)
      .finally(() => {
        isReady.value = true;
      });
  }, []);
  useEffect(() => {
    document.title = shown ? `${words.section[shown]} · ${words.pageTitle}` : words.pageTitle;
  }, [shown, language]);

  const { case: openCase, place } = url.value;
  const isDetail = (shown === 'review' && openCase) || (shown === 'places' && place);
  return (
    <>
      <div class={`staff ${isDetail ? 'staff-detail' : ''}`}>
        <header class="staff-bar">
          <p class="staff-brand">
            <img src="/favicon.svg" alt="" width="32" height="32" />
            <span>{words.brand}</span>
          </p>
          <Subdistricts />
          <Sections />
          <div class="staff-own">
            <AccountMenu />
            <LanguageButton language={language} onSpeak={speak} />
          </div>
        </header>
        <main class="staff-main">
          <h1 class="visually-hidden">{shown ? words.section[shown] : words.pageTitle}</h1>
          {shown && code ? (
            <Shown section={shown} subdistrict={code} />
          ) : isReady.value ? (
            <NothingToDo />
          ) : (
            <Skeleton rows={6} />
          )}
        </main>
      </div>
      <Toast message={message} />
    </>
  );
}

function Shown({ section, subdistrict }: { section: Section; subdistrict: string }): ComponentChildren {
  // Another subdistrict is another desk: nothing half-typed goes with it.
  const all: Record<Section, () => ComponentChildren> = {
    review: () => <ReviewSection key={subdistrict} subdistrict={subdistrict} />,
    work: () => <WorkSection key={subdistrict} subdistrict={subdistrict} />,
    places: () => <PlacesSection key={subdistrict} subdistrict={subdistrict} />,
    table: () => <TableSection key={subdistrict} subdistrict={subdistrict} />,
    record: () => <RecordSection key={subdistrict} subdistrict={subdistrict} />,
    members: () => <MembersSection key={subdistrict} subdistrict={subdistrict} />,
  };
  return all[section]();
}

function Subdistricts() {
  const { words, language } = useWords();
  const nameOf = (code: string): string => {
    const known = subdistricts.value.find(({ id }) => id === code)?.properties;
    return (language === 'en' ? known?.nameEn : known?.name) ?? code;
  };
  const codes = ownSubdistricts.value;
  const chosen = subdistrict.value;
  if (!chosen) return null;
  if (codes.length === 1) return <p class="staff-where">{nameOf(chosen)}</p>;
  return (
    <ChoiceMenu
      label={words.subdistrict}
      options={codes.map((code) => ({ code, word: nameOf(code) }))}
      chosen={chosen}
      onChoose={(code) => open({ ...EMPTY_URL_STATE, section: section.value, subdistrict: code })}
    />
  );
}

function Sections() {
  const { words } = useWords();
  return (
    <nav class="staff-sections" aria-label={words.sections}>
      {sections.value.map((code) => (
        <button
          key={code}
          type="button"
          class="staff-section"
          aria-current={code === section.value ? 'page' : undefined}
          onClick={() =>
            code !== section.value &&
            open({ ...EMPTY_URL_STATE, section: code, subdistrict: url.value.subdistrict })
          }
        >
          <Icon id={ICONS[code]} />
          <span>{words.section[code]}</span>
        </button>
      ))}
    </nav>
  );
}

function NothingToDo() {
  const { words } = useWords();
  return (
    <Empty icon="people" heading={words.noRole.heading}>
      <p>{words.noRole.hint}</p>
      <p>
        <a href="/">{words.noRole.toMap}</a> · <a href="/merchant/">{words.noRole.toShop}</a>
      </p>
    </Empty>
  );
}
