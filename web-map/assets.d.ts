declare module '*.css';

declare module '*.svg' {
  const address: string;
  export default address;
}

declare module '*.svg?raw' {
  const text: string;
  export default text;
}

/** Modules inside Leaflet's package; their types are those of `leaflet`. */
declare module 'leaflet/src/*';
