import type { MapLink } from '../../shared/api/answers.ts';
import { convertPosition } from '../../shared/geo/crs.ts';
import type { Position } from '../../shared/geo/position.ts';

/**
 * Links that open a walk to a place in a map application, each with the position in the CRS which that
 * application reads. Apple's map of China is AutoNavi's and reads GCJ-02 too.
 */
export const mapLinks = (name: string, position: Position): MapLink[] => {
  const [lng, lat] = convertPosition(position, 'wgs84', 'gcj02');
  const [baiduLng, baiduLat] = convertPosition(position, 'wgs84', 'bd09');
  const title = encodeURIComponent(name);
  return [
    {
      app: 'amap',
      crs: 'gcj02',
      url: `https://uri.amap.com/navigation?to=${lng},${lat},${title}&mode=walk&coordinate=gaode&src=nuanxin-map&callnative=1`,
    },
    {
      app: 'tencent',
      crs: 'gcj02',
      url: `https://apis.map.qq.com/uri/v1/routeplan?type=walk&to=${title}&tocoord=${lat},${lng}&policy=0&referer=nuanxin-map`,
    },
    {
      app: 'baidu',
      crs: 'bd09',
      url: `https://api.map.baidu.com/marker?location=${baiduLat},${baiduLng}&title=${title}&content=${title}&coord_type=bd09ll&output=html&src=nuanxin-map`,
    },
    { app: 'apple', crs: 'gcj02', url: `https://maps.apple.com/?daddr=${lat},${lng}&q=${title}&dirflg=w` },
  ];
};
