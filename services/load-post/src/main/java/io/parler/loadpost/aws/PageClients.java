package io.parler.loadpost.aws;

import io.parler.aws.AwsClients;
import io.parler.loadpost.cache.CachingWebClient;
import io.parler.loadpost.fetch.AddressPolicy;
import io.parler.loadpost.fetch.AllowedNetworks;
import io.parler.loadpost.fetch.HostResolver;
import io.parler.loadpost.fetch.PublicWebClient;
import io.parler.loadpost.fetch.UserAgent;
import io.parler.loadpost.fetch.WebClient;
import java.net.URI;
import java.time.InstantSource;
import javax.net.ssl.SSLSocketFactory;

/// Builds the web clients of this service, from the settings that all its functions have for them.
///
/// @param allowedNetworks what may be fetched though it is not public
/// @param publicOrigin sent to the sites that are read
/// @param pagesTable the table of cached pages
record PageClients(
        AwsClients aws,
        String allowedNetworks,
        URI publicOrigin,
        String pagesTable,
        InstantSource clock) {

    /// A client with the cache.
    WebClient cached() {
        return new CachingWebClient(
                uncached(PublicWebClient.Limits.STANDARD),
                new DynamoPageCache(aws.dynamoDb(DynamoPageCache.LIMITS), pagesTable),
                new CachingWebClient.Rules(
                        new AddressPolicy(new AllowedNetworks(allowedNetworks)),
                        UserAgent.of(publicOrigin).value() + "\n" + allowedNetworks),
                clock);
    }

    PublicWebClient uncached(PublicWebClient.Limits limits) {
        return new PublicWebClient(
                limits,
                new AllowedNetworks(allowedNetworks),
                HostResolver.system(),
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                UserAgent.of(publicOrigin));
    }
}
