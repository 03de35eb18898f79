"""Agreement handling (协议处理): the agency's path, beside the penalty procedure."""
