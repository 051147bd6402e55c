package io.coffer.command.receipts;

import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.Role;
import io.coffer.api.receipts.ReceiptTarget;
import io.coffer.command.kernel.Call;
import io.coffer.command.kernel.Histories;
import io.coffer.platform.web.RejectionException;

/**
 * Whether an account that an operator names is there. A credit that was refused because the account did not exist yet
 * could be given again after its opening.
 */
final class OpenedAccounts {

    private final Histories histories;

    OpenedAccounts(Histories histories) {
        this.histories = histories;
    }

    /** Others learn nothing here about accounts: the command refuses them by their role. */
    void require(ReceiptTarget account, Call call) {
        if (call.actor().has(Role.OPERATOR) && !histories.fold(account, false, (_, _) -> true)) {
            throw new RejectionException(new NotFound(account.value()));
        }
    }
}
