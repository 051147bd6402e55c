package io.coffer.api.approvals;

import java.util.List;

/** A command that other people must have approved word for word. */
public interface Approvable {

    /** Everything that the approval covers, in a fixed order: name, target, and each value as text. */
    List<String> approvedContent();

    default CommandDigest digest() {
        return CommandDigest.of(approvedContent());
    }
}
