import type { MapLink } from '../../../shared/api/answers.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useStore, useWords } from '../store-context.ts';

/** The map applications that can lead to the place that is open. */
export function GoPanel() {
  const store = useStore();
  const { words } = useWords();
  const { status, detail } = store.detail.state.value;
  return (
    <Panel title={words.goThereWith} closeLabel={words.close} onClose={() => store.close('panel')}>
      {status === 'loading' && (
        <div class="skeleton" aria-busy="true">
          <p class="visually-hidden">{words.detailLoading}</p>
          {[0, 1, 2, 3].map((row) => (
            <div class="weui-cell" key={row} aria-hidden="true">
              <span class="bone bone-title" />
            </div>
          ))}
        </div>
      )}
      {(status === 'failed' || status === 'gone') && (
        <div class="panel-actions">
          <p class="panel-hint">{store.isOnline.value ? words.detailFailed : words.goThereOffline}</p>
          <Button icon="refresh" onClick={store.detail.retry}>
            {words.retry}
          </Button>
        </div>
      )}
      {detail && <MapLinks links={detail.properties.links} />}
    </Panel>
  );
}

function MapLinks({ links }: { links: readonly MapLink[] }) {
  const { words } = useWords();
  return (
    <ul class="cell-list">
      {links.map(({ app, url }) => (
        <li key={app} class="cell-line">
          <a class="weui-cell cell-button" href={url} target="_blank" rel="noopener noreferrer">
            <span class="weui-cell__bd">{words[app]}</span>
            <span class="visually-hidden">{words.opensNewWindow}</span>
            <Icon id="go" />
          </a>
        </li>
      ))}
    </ul>
  );
}
