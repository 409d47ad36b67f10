package io.parler.local.engine;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.AccessGrant;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/// S3Proxy on plain files: a bucket is a folder, an object a file.
final class S3Engine {
    private final S3Proxy server;

    private S3Engine(S3Proxy server) {
        this.server = server;
    }

    static S3Engine start(Path data) throws Exception {
        Path buckets = Files.createDirectories(data.resolve("s3"));
        BlobStore store = new FilesystemNio2BlobStore(buckets.toString());
        S3Proxy server =
                S3Proxy.builder()
                        .blobStore(store)
                        .endpoint(URI.create("http://127.0.0.1:0"))
                        .awsAuthentication(
                                AuthenticationType.AWS_V2_OR_V4,
                                EmbeddedEngines.ACCESS_KEY_ID,
                                EmbeddedEngines.SECRET_ACCESS_KEY)
                        .ignoreUnknownHeaders(true)
                        .stopTimeout(0)
                        .build();
        AccessGrant everyKey = new AccessGrant(EmbeddedEngines.SECRET_ACCESS_KEY, store);
        server.setBlobStoreLocator((_, _, _) -> everyKey);
        server.start();
        return new S3Engine(server);
    }

    /// An IP address, so that clients don't put the bucket in the host name.
    URI address() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    void stop() throws Exception {
        server.stop();
    }
}
