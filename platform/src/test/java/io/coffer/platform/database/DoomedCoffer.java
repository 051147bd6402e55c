package io.coffer.platform.database;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process of its own that writes one row and waits to be killed. */
final class DoomedCoffer {

    static final String READY = "written and waiting";

    private DoomedCoffer() {}

    static void main(String[] arguments) throws InterruptedException {
        var platform = Platform.startIn(Path.of(arguments[0]));
        Platform.jdbc(platform, "store")
                .sql("insert into store.probe values ('kept')")
                .update();
        System.out.println(READY);
        new CountDownLatch(1).await();
    }
}
