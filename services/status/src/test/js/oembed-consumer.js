// A site that embeds what it finds: reads the oEmbed response of each page given by its address, as one line of JSON.
import { extract } from '@extractus/oembed-extractor';

for (const page of process.argv.slice(2)) {
  console.log(JSON.stringify(await extract(page, { maxwidth: 480 })));
}
