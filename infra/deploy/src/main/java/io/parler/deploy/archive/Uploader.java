package io.parler.deploy.archive;

import io.parler.deploy.stack.TemplateSource;
import io.parler.deploy.suite.DeployException;
import io.parler.deploy.terminal.Output;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/// Puts archives and long templates into the stage's bucket for them.
public final class Uploader {
    private final ObjectStore objects;
    private final Output output;

    public Uploader(ObjectStore objects, Output output) {
        this.objects = objects;
        this.output = output;
    }

    /// Uploads the archives that are not in the bucket yet.
    public void uploadArchives(PackagedTemplate template, String bucket) {
        for (Archive archive : template.archives().values()) {
            if (!objects.exists(bucket, archive.key())) {
                String size = archive.bytes() / 1024 / 1024 + " MB";
                String what = "uploading " + archive.service() + ".zip, " + size;
                output.progress("  " + what, what);
                objects.put(bucket, archive.key(), archive.file());
            }
        }
    }

    /// The template as CloudFormation can get it.
    ///
    /// @param bucket empty before the first deployment
    public TemplateSource source(PackagedTemplate template, Optional<String> bucket) {
        String text = template.text(bucket.orElse("not-yet-known"));
        if (TemplateSource.Body.fits(text)) {
            return new TemplateSource.Body(text);
        }
        String name =
                bucket.orElseThrow(
                        () ->
                                new DeployException(
                                        template.template().name()
                                                + " is longer than "
                                                + TemplateSource.MAX_BODY_BYTES
                                                + " bytes, and there is no bucket for it yet:"
                                                + " deploy --only platform first."));
        String key = "templates/" + UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
        objects.put(name, key, text);
        return new TemplateSource.Stored(name, key);
    }
}
