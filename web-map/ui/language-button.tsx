import { LANGUAGE_NAMES, LANGUAGE_TAGS, type Language } from '../i18n/language.ts';

/** Changes to the other language, whose own name it bears; a sign for it where the name is too long. */
export function LanguageButton({
  language,
  onSpeak,
  isNameShown = false,
}: {
  language: Language;
  onSpeak: (next: Language) => void;
  isNameShown?: boolean;
}) {
  const other = language === 'zh' ? 'en' : 'zh';
  const { name, sign } = LANGUAGE_NAMES[other];
  return (
    <button type="button" class="language-button" lang={LANGUAGE_TAGS[other]} onClick={() => onSpeak(other)}>
      {!isNameShown && <span aria-hidden="true">{sign}</span>}
      <span class={isNameShown ? undefined : 'visually-hidden'}>{name}</span>
    </button>
  );
}
