import type { ServiceNow } from '../../../shared/api/place-detail.ts';
import type { Kind } from '../../../shared/place/kind.ts';
import { openState } from '../../../shared/place/open-state-at.ts';
import type { Schedule } from '../../../shared/place/schedule.ts';
import { hoursLine } from '../../i18n/place-phrases.ts';
import { Tag } from '../../ui/tag.tsx';
import { useStore, useWords } from '../store-context.ts';

/** What is offered inside, each with hours of its own; a service without any keeps those of the place. */
export function Services({
  services,
  kind,
  schedule,
}: {
  services: readonly ServiceNow[];
  kind: Kind;
  schedule: Schedule | undefined;
}) {
  const store = useStore();
  const { words, language } = useWords();
  if (services.length === 0) return null;
  const now = store.now.value;
  return (
    <section class="detail-section">
      <h3>{words.servicesHeading}</h3>
      <ul class="services">
        {services.map((service) => {
          const state = openState(service.schedule ?? schedule, now, store.holidays.value);
          return (
            <li key={service.name}>
              <span class="services-name">
                {service.name}
                {service.booking && <Tag>{words.bookingNeeded}</Tag>}
              </span>
              <span class={`open-line open-${state.status}`}>{hoursLine(kind, state, now, language)}</span>
              {service.note && <small class="services-note">{service.note}</small>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
