import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { bboxOfOutline } from '../state/bbox-of-outline.ts';
import { roadsOf } from '../state/roads-of.ts';
import { useStore, useWords } from '../store-context.ts';
import { SubdistrictList } from './subdistrict-list.tsx';

const ROADS = 16;

/** Where distances start: the own position, a road, a subdistrict, or the middle of the map. */
export function StartPanel() {
  const store = useStore();
  const { words } = useWords();
  const close = () => store.close('panel');
  const roads = roadsOf(store.places.value, store.origin.value.position, ROADS);
  return (
    <Panel title={words.chooseStart} closeLabel={words.close} onClose={close}>
      <p class="panel-hint">{words.chooseStartHint}</p>
      <div class="panel-actions">
        <Button
          icon="locate"
          kind="primary"
          onClick={() => {
            close();
            store.locateMe();
          }}
        >
          {words.useOwnPosition}
        </Button>
        {store.origin.value.kind !== 'centre' && (
          <Button
            onClick={() => {
              store.startFrom(undefined);
              close();
            }}
          >
            {words.useMapCentre}
          </Button>
        )}
      </div>
      {roads.length > 0 && (
        <>
          <h3 class="panel-heading">{words.chooseRoad}</h3>
          <ul class="choice-grid">
            {roads.map(({ name, position }) => (
              <li key={name}>
                <button
                  type="button"
                  class="choice"
                  lang="zh-Hans"
                  onClick={() => {
                    store.startFrom(position, { show: true });
                    close();
                  }}
                >
                  {name}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {store.subdistricts.value.length > 0 && (
        <>
          <h3 class="panel-heading">{words.chooseSubdistrict}</h3>
          <SubdistrictList
            onChoose={({ geometry }) => {
              const [west, south, east, north] = bboxOfOutline(geometry);
              store.startFrom([(west + east) / 2, (south + north) / 2]);
              store.showBbox([west, south, east, north]);
              close();
            }}
          />
        </>
      )}
    </Panel>
  );
}
