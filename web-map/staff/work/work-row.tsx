import type { ConfirmationKind } from '../../../shared/confirmation/confirmation.ts';
import type { WorkItem } from '../../../shared/place/work-item.ts';
import { tagOfText } from '../../i18n/language.ts';
import { agoPhrase } from '../../i18n/phrases.ts';
import { nameOf } from '../../i18n/place-phrases.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Tag } from '../../ui/tag.tsx';
import { type Settle, SettleButtons } from '../parts/settle-buttons.tsx';
import { open } from '../state/address.ts';
import { now } from '../state/page-state.ts';
import { categoryLine } from '../words/category-line.ts';
import { useWords } from '../words/use-words.ts';
import { workFacts } from './work-facts.ts';

/** One place of the worklist: what is the matter, and what settles it. */
export function WorkRow({
  item,
  isBusy,
  onVerify,
  onSettle,
}: {
  item: WorkItem;
  isBusy: boolean;
  onVerify: () => void;
  onSettle: Settle;
}) {
  const { words, language } = useWords();
  const { place, reasons, signs, since } = item;
  const told = (Object.entries(signs) as [ConfirmationKind, number][]).filter(([, count]) => count > 0);
  const hasSigns = reasons.includes('signs');
  return (
    <li class="work-row" data-place={place.id}>
      <div class="work-body">
        <p class="row-title">
          <span class="row-name" lang={tagOfText(nameOf(place, language), language)}>
            {nameOf(place, language)}
          </span>
          {reasons.map((reason) => (
            <Tag key={reason} kind={reason === 'broken_equipment' ? 'broken' : 'warm'}>
              {words.work.reason[reason]}
            </Tag>
          ))}
          {place.illustrative && <Tag kind="sample">{words.sample}</Tag>}
        </p>
        <p class="row-line" lang={tagOfText(place.address, language)}>
          {[categoryLine(place, language), place.address].filter((part) => part).join(' · ')}
        </p>
        <ul class="work-facts">
          {hasSigns && told.length > 0 && (
            <li class="work-signs">
              <Icon id="people" />
              {words.work.riders(told.map(([kind, count]) => words.work.sign[kind](count)).join(words.comma))}
              {since && <span class="quiet"> · {agoPhrase(since, now.value, language)}</span>}
            </li>
          )}
          {workFacts(item, now.value, language).map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      </div>
      <div class="work-actions">
        <Button icon="check" isDisabled={isBusy} onClick={onVerify}>
          {words.work.verify}
        </Button>
        {hasSigns && <SettleButtons isBusy={isBusy} onSettle={onSettle} />}
        <Button onClick={() => open({ section: 'places', place: place.id, placeState: place.state })}>
          {words.work.open}
        </Button>
      </div>
    </li>
  );
}
