package io.coffer.command.kernel;

/** Does what is due. It may be called twice for the same deadline; what it does must take effect once. */
public interface DueTaskHandler {

    boolean handles(DueTask task);

    void handle(DueTask task);
}
