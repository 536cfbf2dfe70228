declare const PRECACHE: { version: string; addresses: string[] };
declare const self: ServiceWorkerGlobalScope;
self.addEventListener('install', () => console.log(PRECACHE.version));

export {};
